-- SPDX-License-Identifier: EUPL-1.2
-- How many minutes a round may ask of a municipality; null: nothing was agreed.
alter table programme add column minutes_budget int null after house_rules_version;
-- Whether something took less, as long as we thought or more; one answer per person, dilemma and kind of work.
create table effort_answer (
  person_id         uuid        not null references person (id),
  dilemma_id        uuid        not null references dilemma (id),
  effort            varchar(20) not null,
  answer            varchar(10) not null,
  municipality_code char(6)     null references municipality (code), -- on whose seat; null: a guest, who counts for none
  answered_at       datetime(6) not null,
  primary key (person_id, dilemma_id, effort),
  key (dilemma_id)
);
