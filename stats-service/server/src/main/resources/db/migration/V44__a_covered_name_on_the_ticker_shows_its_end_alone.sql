-- What was covered before begins with two letters of the name, and with one of a short name: where these are no province, they are what the enterprise is known by. All of it is covered here; a rebuild
-- shows provinces again. A line that does not say whose it is could not be found any more by who keeps off: it goes.
delete from ticker where enterprise_id is null and text ~ '^[^* ]{1,2}\*{3}';
update ticker set text = regexp_replace(text, '^[^* ]{1,2}(\*{3,4})', '\1') where text ~ '^[^* ]{1,2}\*{3}';
