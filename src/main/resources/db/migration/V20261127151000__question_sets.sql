-- SPDX-License-Identifier: EUPL-1.2
-- What a reflection is asked. A question's words stand in the message bundles, by its key.
create table question_set (
  set_key varchar(30) not null primary key
);

create table question (
  set_key      varchar(30) not null references question_set (set_key),
  position     int         not null,
  -- text, assumptions, example and advice have a column of their own in a contribution; all others stand in its answers.
  question_key varchar(11) not null,
  nature       varchar(10) not null,
  required     boolean     not null,
  skippable    boolean     not null, -- with a reason, which is kept and shown
  primary key (set_key, position),
  unique (set_key, question_key)
);

insert into question_set values ('open'), ('four-lenses'), ('warm-cool'), ('compass');
insert into question (set_key, position, question_key, nature, required, skippable) values
  ('open', 0, 'text', 'VIEW', true, false), ('open', 1, 'assumptions', 'VIEW', false, false),
  ('open', 2, 'example', 'FACT', false, false), ('open', 3, 'advice', 'VIEW', false, false),
  ('four-lenses', 0, 'values', 'VIEW', true, false), ('four-lenses', 1, 'horizon', 'VIEW', true, false),
  ('four-lenses', 2, 'trust', 'VIEW', true, false), ('four-lenses', 3, 'following', 'VIEW', true, false),
  ('four-lenses', 4, 'assumptions', 'VIEW', false, false), ('four-lenses', 5, 'example', 'FACT', false, false),
  ('four-lenses', 6, 'advice', 'VIEW', false, false),
  ('warm-cool', 0, 'warm', 'VIEW', true, false), ('warm-cool', 1, 'cool', 'VIEW', true, false),
  ('warm-cool', 2, 'assumptions', 'VIEW', false, false), ('warm-cool', 3, 'example', 'FACT', false, false),
  ('warm-cool', 4, 'advice', 'VIEW', false, false),
  ('compass', 0, 'analysis', 'FACT', true, true), ('compass', 1, 'results', 'FACT', true, true),
  ('compass', 2, 'activities', 'FACT', true, true), ('compass', 3, 'quality', 'FACT', true, true),
  ('compass', 4, 'outcome', 'FACT', true, true), ('compass', 5, 'adjust', 'VIEW', true, true),
  ('compass', 6, 'assumptions', 'VIEW', false, false), ('compass', 7, 'advice', 'VIEW', false, false);

alter table method
  add column question_set varchar(30) not null default 'open',
  add constraint method_question_set foreign key (question_set) references question_set (set_key);

insert into method (method_key, minimum_peers, quorum, protocol, question_set) values
  ('four-lenses', 3, 2, 'consultancy', 'four-lenses'), ('warm-cool', 3, 2, 'consultancy', 'warm-cool'), ('compass', 3, 2, 'consultancy', 'compass');
insert into method_phase (method_key, stage, working_days)
  select m.method_key, p.stage, p.working_days from method m join method_phase p on p.method_key = 'standard' where m.method_key in ('four-lenses', 'warm-cool', 'compass');

alter table contribution
  add column answers mediumtext null after advice, -- JSON: {question: {text, skipped}}
  add column picked_assumptions mediumtext null after assumptions; -- JSON: those of the assumptions that come from the host's own list
