-- From where in the municipality somebody takes part is hers to say: a coordinator fills it in only until then.
alter table membership add column level_own boolean not null default false;
