-- Who may do something, wherever they act: found from the permission.
create index role_permission_by_permission on role_permission (permission);
