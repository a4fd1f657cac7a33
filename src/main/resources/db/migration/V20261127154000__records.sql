-- SPDX-License-Identifier: EUPL-1.2
-- Who did what in a programme, written with the deed itself. Never what was written: kinds, ids and names of states.
create table audit_event (
  id           uuid        not null primary key,
  programme_id uuid        not null references programme (id),
  dilemma_id   uuid        null references dilemma (id),
  kind         varchar(40) not null,
  detail       varchar(30) null, -- the name of a role, phase, kind or status
  thing_id     uuid        not null,
  actor_id     uuid        null references person (id), -- null: the machine, or somebody who is not told
  about_id     uuid        null references person (id),
  happened_at  datetime(6) not null,
  key (programme_id, id)
);
-- What was written down before keeps its id, and with that its place in the order.
insert into audit_event
select m.id, r.programme_id, null, 'ROUND_MOVED', m.to_phase, r.id, m.moved_by, null, m.moved_at from round_move m join round r on r.id = m.round_id;
insert into audit_event
select m.id, d.programme_id, d.id, 'DILEMMA_MOVED', m.to_phase, d.id, m.moved_by, null, m.moved_at from dilemma_move m join dilemma d on d.id = m.dilemma_id
where not (m.from_phase = 'DRAFT' and m.to_phase = 'WITHDRAWN');
insert into audit_event
select r.id, d.programme_id, d.id, 'TEXT_HIDDEN', null, d.id, null, null, r.reported_at from contribution_report r join dilemma d on d.id = r.dilemma_id;

-- How long texts stay after a dilemma is closed; null: as long as the programme.
alter table programme
  add column retention_months int         null after minutes_budget,
  add column retention_way    varchar(20) null after retention_months; -- ANONYMISE, ERASE

-- That the texts of a dilemma will go, as its circle was told, and when they went.
create table retention (
  dilemma_id uuid        not null primary key references dilemma (id),
  way        varchar(20) not null,
  due_on     date        not null, -- in Amsterdam
  warned_at  datetime(6) not null,
  done_at    datetime(6) null
);

-- Somebody who asked to be forgotten, or whose part in a dilemma is no longer told: a name that says no more than where from.
alter table person add column erased_at datetime(6) null after created_at;

-- A writer lets the municipality spoken for take her texts along when somebody asks for them under the open government act.
create table record_consent (
  person_id         uuid        not null references person (id),
  municipality_code char(6)     not null references municipality (code),
  given_at          datetime(6) not null,
  primary key (person_id, municipality_code)
);
