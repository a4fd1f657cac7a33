-- SPDX-License-Identifier: EUPL-1.2
-- Times are UTC. An id is a UUIDv7, so ordering by id is ordering by creation.

create table municipality (
  code        char(6)      not null primary key,
  name        varchar(60)  not null,
  province    varchar(30)  not null,
  size_class  varchar(10)  not null, -- rough: SMALL < 30 000, MEDIUM < 100 000, LARGE; replaced by an import of Statistics Netherlands
  key (name)
);

create table organisation (
  id                uuid         not null primary key,
  alias             varchar(100) not null unique,
  name              varchar(200) not null,
  municipality_code char(6)      null references municipality (code)
);

create table person (
  id              uuid         not null primary key,
  subject         varchar(200) not null unique,
  name            varchar(200) not null,
  email           varchar(254) not null,
  organisation_id uuid         null references organisation (id),
  created_at      datetime(6)  not null,
  version         int          not null,
  key (email)
);

create table programme (
  id                  uuid          not null primary key,
  name                varchar(120)  not null,
  purpose             varchar(2000) not null,
  house_rules_version int           not null,
  created_at          datetime(6)   not null,
  version             int           not null
);

create table house_rules (
  programme_id uuid        not null references programme (id),
  version      int         not null,
  text         mediumtext  not null,
  created_at   datetime(6) not null,
  primary key (programme_id, version)
);

create table house_rules_acceptance (
  person_id    uuid        not null references person (id),
  programme_id uuid        not null references programme (id),
  version      int         not null,
  accepted_at  datetime(6) not null,
  primary key (person_id, programme_id, version)
);

create table membership (
  id           uuid         not null primary key,
  programme_id uuid         not null references programme (id),
  person_id    uuid         null references person (id),
  email        varchar(254) not null,
  role         varchar(20)  not null,
  level        varchar(20)  null,
  created_at   datetime(6)  not null,
  unique (programme_id, email, role),
  key (person_id, programme_id, role),
  key (email)
);

create table method (
  method_key    varchar(30) not null primary key,
  minimum_peers int         not null,
  quorum        int         not null
);

create table method_phase (
  method_key   varchar(30) not null references method (method_key),
  stage        varchar(20) not null,
  working_days int         not null,
  primary key (method_key, stage)
);

create table round (
  id           uuid         not null primary key,
  programme_id uuid         not null references programme (id),
  title        varchar(120) not null,
  method_key   varchar(30)  not null references method (method_key),
  opens_on     date         not null,
  phase        varchar(20)  not null,
  created_at   datetime(6)  not null,
  version      int          not null,
  key (programme_id),
  key (phase)
);

create table round_deadline (
  round_id uuid        not null references round (id),
  stage    varchar(20) not null,
  ends_at  datetime(6) not null,
  primary key (round_id, stage)
);

create table round_move (
  id         uuid        not null primary key,
  round_id   uuid        not null references round (id),
  from_phase varchar(20) not null,
  to_phase   varchar(20) not null,
  moved_by   uuid        null references person (id), -- null: the system
  moved_at   datetime(6) not null,
  key (round_id)
);

create table dilemma (
  id                uuid          not null primary key,
  programme_id      uuid          not null references programme (id),
  round_id          uuid          not null references round (id),
  host_municipality char(6)       not null references municipality (code),
  canvas            mediumtext    not null, -- JSON: always read and written whole
  title             varchar(120)  not null,
  phase             varchar(20)   not null,
  ends_at           datetime(6)   null, -- deadline of the present phase
  circle            varchar(20)   not null,
  quorum            int           not null,
  waited_for_quorum boolean       not null,
  works             mediumtext    null,
  next_step         mediumtext    null,
  still_open        mediumtext    null,
  closed_at         datetime(6)   null,
  created_at        datetime(6)   not null,
  version           int           not null,
  key (round_id),
  key (programme_id, phase),
  key (phase)
);

create table dilemma_deadline (
  dilemma_id uuid        not null references dilemma (id),
  stage      varchar(20) not null,
  ends_at    datetime(6) not null,
  primary key (dilemma_id, stage)
);

create table dilemma_move (
  id         uuid        not null primary key,
  dilemma_id uuid        not null references dilemma (id),
  from_phase varchar(20) not null,
  to_phase   varchar(20) not null,
  moved_by   uuid        null references person (id), -- null: the system
  moved_at   datetime(6) not null,
  key (dilemma_id)
);

create table seat (
  id                      uuid          not null primary key,
  dilemma_id              uuid          not null references dilemma (id),
  kind                    varchar(20)   not null,
  municipality_code       char(6)       null references municipality (code),
  invited_email           varchar(254)  null, -- who is asked to facilitate
  status                  varchar(20)   not null,
  conflict                varchar(1000) null,
  reason                  varchar(1000) null,
  accepted_at             datetime(6)   null,
  reflection_begun_at     datetime(6)   null,
  reflection_submitted_at datetime(6)   null,
  host_choice             varchar(20)   null,
  host_why                varchar(4000) null,
  version                 int           not null,
  key (dilemma_id, kind),
  key (municipality_code, status),
  key (invited_email)
);

create table seat_person (
  seat_id    uuid        not null references seat (id),
  person_id  uuid        not null references person (id),
  dilemma_id uuid        not null references dilemma (id),
  kind       varchar(20) not null,
  seated_at  datetime(6) not null,
  left_at    datetime(6) null,
  -- One seat per person per dilemma, whatever is tried at the same time.
  sits       tinyint as (if(left_at is null, 1, null)) persistent,
  primary key (seat_id, person_id, seated_at),
  unique (dilemma_id, person_id, sits),
  key (person_id, dilemma_id)
);

create table contribution (
  id           uuid          not null primary key,
  dilemma_id   uuid          not null references dilemma (id),
  seat_id      uuid          null references seat (id), -- null: the coordinator
  author_id    uuid          not null references person (id),
  written_by   uuid          null references person (id), -- who wrote last, when not the author
  kind         varchar(20)   not null,
  text         mediumtext    not null,
  example      mediumtext    null,
  advice       mediumtext    null,
  assumptions  mediumtext    null, -- JSON: the host's assumptions that this reflection challenges
  passage      mediumtext    null, -- JSON: quote selector {field, exact, prefix, suffix}
  in_reply_to  uuid          null references contribution (id),
  host_choice  varchar(20)   null,
  host_why     varchar(4000) null,
  created_at   datetime(6)   not null,
  submitted_at datetime(6)   null,
  withdrawn_at datetime(6)   null,
  version      int           not null,
  -- One reflection per seat, whatever two colleagues do at the same time.
  reflection_of uuid as (if(kind = 'REFLECTION' and withdrawn_at is null, seat_id, null)) persistent,
  unique (reflection_of),
  key (dilemma_id),
  key (author_id)
);

create table mirror (
  contribution_id uuid        not null primary key references contribution (id),
  seat_id         uuid        not null references seat (id),
  text            mediumtext  not null,
  updated_at      datetime(6) not null
);

create table recognition (
  seat_id    uuid          not null primary key references seat (id),
  dilemma_id uuid          not null references dilemma (id),
  person_id  uuid          not null references person (id),
  example    varchar(4000) null,
  created_at datetime(6)   not null,
  key (dilemma_id)
);

create table text_draft (
  person_id  uuid         not null references person (id),
  draft_key  varchar(150) not null,
  text       mediumtext   not null,
  updated_at datetime(6)  not null,
  version    int          not null,
  primary key (person_id, draft_key)
);

create table session (
  id         uuid          not null primary key,
  dilemma_id uuid          not null unique references dilemma (id),
  starts_at  datetime(6)   not null,
  ends_at    datetime(6)   not null,
  location   varchar(300)  not null,
  join_url   varchar(500)  null,
  protocol   varchar(30)   not null,
  status     varchar(20)   not null,
  sequence   int           not null,
  version    int           not null
);

create table mail (
  id              uuid         not null primary key,
  message_id      varchar(100) not null unique,
  unique_key      varchar(350) null unique, -- a reminder that may be written only once
  recipient       varchar(254) not null,
  subject         varchar(200) not null,
  body            mediumtext   not null,
  calendar        mediumtext   null,
  created_at      datetime(6)  not null,
  next_attempt_at datetime(6)  not null,
  attempts        int          not null,
  sent_at         datetime(6)  null,
  key (sent_at, next_attempt_at)
);

create table observation (
  id          uuid         not null primary key,
  programme_id uuid        not null references programme (id),
  dilemma_id  uuid         not null references dilemma (id),
  source_type varchar(20)  not null,
  source_id   uuid         not null, -- a contribution, or the dilemma whose closing it is
  field       varchar(20)  not null, -- the passage itself stays in its source: withdrawn there is gone here
  starts      int          not null, -- from 1, in characters, as substring counts
  length      int          not null,
  themes      mediumtext not null, -- JSON
  marked_by   uuid         not null references person (id),
  created_at  datetime(6)  not null,
  key (dilemma_id),
  key (source_id)
);

create table pattern (
  id           uuid          not null primary key,
  programme_id uuid          not null references programme (id),
  statement    varchar(1000) not null,
  made_by      uuid          not null references person (id),
  created_at   datetime(6)   not null
);

create table pattern_observation (
  pattern_id     uuid not null references pattern (id),
  observation_id uuid not null references observation (id),
  primary key (pattern_id, observation_id),
  key (observation_id)
);

create table lesson (
  id              uuid          not null primary key,
  programme_id    uuid          not null references programme (id),
  pattern_id      uuid          null references pattern (id), -- null: brought along from an older library
  title           varchar(120)  not null,
  statement       mediumtext    not null,
  conditions      mediumtext    null,
  counter_example mediumtext    null,
  frame           mediumtext    null,
  local_filling   mediumtext    null,
  counting        mediumtext    null,
  telling         mediumtext    null,
  themes          mediumtext not null, -- JSON
  status          varchar(20)   not null,
  open            boolean       not null,
  published_at    datetime(6)   null,
  created_at      datetime(6)   not null,
  changed_at      datetime(6)   not null, -- by the database's own clock: every instance's index goes by it
  version         int           not null,
  key (programme_id),
  key (status, published_at),
  key (changed_at)
);

create table lesson_consent (
  id          uuid          not null primary key,
  lesson_id   uuid          not null references lesson (id),
  kind        varchar(20)   not null, -- AUTHOR of passages, or HOST of a dilemma
  person_id   uuid          null references person (id),  -- AUTHOR
  dilemma_id  uuid          null references dilemma (id), -- HOST
  asked_at    datetime(6)   not null,
  due_at      datetime(6)   not null,
  given       boolean       null,
  why         varchar(1000) null,
  decided_by  uuid          null references person (id),
  decided_at  datetime(6)   null,
  asked       uuid as (coalesce(person_id, dilemma_id)) persistent,
  unique (lesson_id, kind, asked),
  key (due_at)
);

insert into method values ('standard', 3, 2), ('compact', 3, 2), ('table-talk', 3, 2);
insert into method_phase values
  ('standard', 'CALL', 15), ('standard', 'MATCHING', 10), ('standard', 'CLARIFYING', 10), ('standard', 'REFLECTING', 10),
  ('standard', 'SESSION', 10), ('standard', 'HARVESTING', 15), ('standard', 'FOLLOW_UP', 260),
  ('compact', 'CALL', 5), ('compact', 'MATCHING', 3), ('compact', 'CLARIFYING', 3), ('compact', 'REFLECTING', 3),
  ('compact', 'SESSION', 6), ('compact', 'HARVESTING', 5), ('compact', 'FOLLOW_UP', 130),
  ('table-talk', 'CALL', 10), ('table-talk', 'MATCHING', 5), ('table-talk', 'CLARIFYING', 5), ('table-talk', 'REFLECTING', 5),
  ('table-talk', 'SESSION', 7), ('table-talk', 'HARVESTING', 10), ('table-talk', 'FOLLOW_UP', 130);
