-- SPDX-License-Identifier: EUPL-1.2
-- A yes from before was about texts alone: files go along once somebody says yes again.
alter table record_consent add column files boolean not null default false;
