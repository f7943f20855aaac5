-- Net profit is told by year, newest first; one that was told before is that of the newest year.
update fact set value = jsonb_build_array(value) where name = 'netProfit' and jsonb_typeof(value) = 'number';
