-- Of these kinds names of enterprises and of people were kept as they are. The next notice of each makes its sample anew.
delete from notice_sample
where code like 'coordination.%' or code like 'colleague.%'
   or code in ('loan.product-suspended', 'loan.product-resumed', 'loan.assigned', 'loan.taken-over', 'loan.pooled');
