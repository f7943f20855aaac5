-- V1 says that user-service tells them. No event does: they are entered with the products that come with the platform.
comment on table bank is
    'Banks by the names and ids of the reference files, from which user-service has its institutions too; entered with the first product of each';
