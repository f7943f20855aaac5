-- Who closes their account is named in none.
create index enterprise_invitation_accepted_by on enterprise_invitation (accepted_by) where accepted_by is not null;
create index enterprise_invitation_invited_by on enterprise_invitation (invited_by);
