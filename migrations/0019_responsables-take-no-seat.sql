-- Who takes no seat in a sitting: its speakers, and those who agreed to be responsible for it.
CREATE OR REPLACE FUNCTION takes_no_seat(meeting bigint, sitting bigint, member bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM speakers k WHERE k.meeting_id = meeting AND k.member_id = member)
    OR EXISTS (SELECT 1 FROM duties d WHERE d.sitting_id = sitting AND d.member_id = member AND d.state = 'accepted')
$$;
