-- The register told everybody who listens who represents an enterprise, and the log kept it; nobody read it. Whoever rebuilds reads the rest as before.
update outbox set data = data - 'legalRep' where type = 'user.EnterpriseRegistered' and data ? 'legalRep';
