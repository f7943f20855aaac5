-- Who holds shares of an enterprise is ruled on the card by now. Mostly it is who represents it: a role that keeps the one from somebody there keeps the other from them, too.
insert into role_field (role_code, field, rule)
select role_code, 'code.card.shareholder', rule from role_field
where field = 'code.card.legal-rep' and rule in ('HIDDEN', 'MASKED')
on conflict do nothing;
