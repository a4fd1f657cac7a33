-- SPDX-License-Identifier: EUPL-1.2
-- Whose an address, an organisation or a sign-in is, is decided letter by letter: "zoë" is not "zoe".
alter table person
  modify email varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  modify subject varchar(200) character set utf8mb4 collate utf8mb4_bin not null;
alter table organisation modify alias varchar(100) character set utf8mb4 collate utf8mb4_bin not null;
alter table membership modify email varchar(254) character set utf8mb4 collate utf8mb4_bin not null;
alter table seat modify invited_email varchar(254) character set utf8mb4 collate utf8mb4_bin null;
