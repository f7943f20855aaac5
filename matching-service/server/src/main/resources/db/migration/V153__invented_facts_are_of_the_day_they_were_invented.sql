-- Figures by year are read by the year in which they were told. What was invented for the demonstration was dated to the day on which its enterprise
-- registered, though its figures begin with the last full year before they were invented.
update fact set as_of = (recorded_at at time zone 'Asia/Shanghai')::date where source = 'DEMO';
