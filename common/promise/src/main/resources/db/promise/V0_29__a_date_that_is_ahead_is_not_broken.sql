-- The calendar moved their dates after they were told broken, and of the real breach nobody would have heard. The next sweep reckons them anew and tells.
update promise set reckoned_by = -1 where ended_at is null and told >= 2 and (due_at is null or due_at > now());
