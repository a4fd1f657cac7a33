-- SPDX-License-Identifier: EUPL-1.2
-- How a session goes, step by step. A step's words stand in the message bundles, by its key.
create table protocol (
  protocol_key varchar(20) not null primary key
);

create table protocol_step (
  protocol_key varchar(20) not null references protocol (protocol_key),
  position     int         not null,
  step_key     varchar(20) not null,
  minutes      int         not null,
  speaker      varchar(20) not null,
  primary key (protocol_key, position),
  unique (step_key)
);

insert into protocol values ('consultancy'), ('table-talk');
insert into protocol_step (protocol_key, position, step_key, minutes, speaker) values
  ('consultancy', 0, 'present', 10, 'HOST'), ('consultancy', 1, 'clarify', 15, 'EXCHANGE'), ('consultancy', 2, 'think', 5, 'NOBODY'),
  ('consultancy', 3, 'reflect', 25, 'PEERS'), ('consultancy', 4, 'respond', 10, 'HOST'), ('consultancy', 5, 'with-us', 10, 'EVERYBODY'),
  ('consultancy', 6, 'harvest', 15, 'EVERYBODY'),
  ('table-talk', 0, 'arrive', 10, 'EVERYBODY'), ('table-talk', 1, 'bring', 10, 'HOST'), ('table-talk', 2, 'exchange', 30, 'EVERYBODY'),
  ('table-talk', 3, 'otherwise', 25, 'EVERYBODY'), ('table-talk', 4, 'take-along', 15, 'EVERYBODY');

-- A copy may ask its own questions and go by its own steps. They live and stay with the method, so that an answer keeps the words it answered.
alter table method
  add column own_questions mediumtext null after question_set, -- JSON: [{key, nature, required, skippable, text, hint}]; null: those of its set
  add column own_steps     mediumtext null after protocol;     -- JSON: [{key, name, minutes, speaker}]; null: those of its protocol
