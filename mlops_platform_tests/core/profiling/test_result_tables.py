"""Tables of scores, histories, weights and predictions are told by their columns."""

import pytest

from mlops_platform.core.profiling.result_tables import is_result_table


@pytest.mark.parametrize(
    "header",
    [
        "Epoch,Dense_10x1024accuracy,Dense_5x512accuracy",
        "epoch,val_loss",
        "model,rmse,seconds",
        "Run_Id,Name,Accuracy,Best_training_loss,Dataset_size,Epochs,Base,Timestamp",
        "precision,recall,threshold",
        "auc,avg_precision,f1,precision,recall,tn,fp,fn,tp",
        "product,mae,rmse,mape,months",
        "MAE,RMSE,MAPE (%)",
        "feature,importance",
        "Feature,Lag,Correlation,Method",
        "column,missing_pct,dtype,strategy",
        "label,count,mean,std,min,25%,50%,75%,max",
        "date,actual,predicted",
        "fold,Date,y_true,y_pred",
    ],
)
def test_results(header: str) -> None:
    assert is_result_table(header.split(","))


@pytest.mark.parametrize(
    "header",
    [
        "",
        "a,b",
        "id,cat1,cont1,loss",
        "name,type,power,accuracy,pp",
        "latitude,longitude,accuracy,altitude",
        "model,year,price,mileage",
        "date,previous,forecast,actual",
        "feature,label",
        "f1,f2,f3,label",
        "step,x,y,z,label",
        "count,mean,label",
        "patient,class,loss_of_weight,recall_date",
    ],
)
def test_data(header: str) -> None:
    assert not is_result_table(header.split(","))
