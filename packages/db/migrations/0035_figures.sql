-- What people looked for and nobody offers: a number for a day and what was wished for. Nobody is named, not even by an id.
CREATE TABLE missing_help (
  on_date date NOT NULL,
  -- Empty where it made no difference.
  practice text NOT NULL CHECK (practice IN ('', 'counselling', 'health', 'legal', 'work')),
  language text NOT NULL CHECK (language ~ '^[A-Za-z0-9-]{0,35}$'),
  modality text NOT NULL CHECK (modality IN ('', 'in-person', 'video', 'phone', 'chat')),
  times integer NOT NULL CHECK (times > 0),
  PRIMARY KEY (on_date, practice, language, modality)
);
ALTER TABLE missing_help ENABLE ROW LEVEL SECURITY;
CREATE POLICY missing_help_forget ON missing_help TO homeward_app USING (actor_kind() = 'system') WITH CHECK (false);
GRANT SELECT, DELETE ON missing_help TO homeward_app;

-- Counts one. Beyond a thousand different wishes in a day, which nobody has, the language is left out.
CREATE FUNCTION count_missing(wished_practice text, wished_language text, wished_modality text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  INSERT INTO missing_help AS m (on_date, practice, language, modality, times)
    SELECT day, wished_practice,
        CASE WHEN (SELECT count(*) FROM missing_help seen WHERE seen.on_date = day) < 1000 THEN wished_language ELSE '' END,
        wished_modality, 1
      FROM (SELECT (acting_at() AT TIME ZONE 'UTC')::date AS day) AS today
    ON CONFLICT (on_date, practice, language, modality) DO UPDATE SET times = m.times + 1;
END;
GRANT EXECUTE ON FUNCTION count_missing TO homeward_app;

-- What an organisation's admin may know of its work, of the last twelve months that are over: numbers, and never one of fewer
-- than five people, nor one that would give such a number away when it is taken from a total. See docs/adr/0036.
--
-- `held` and its parts count sessions that took place, `cancelled` and its parts those that did not; `interpreter` and
-- `missing` are by quarter. `value` is null where `hidden`. Nothing is asked for: whoever could choose the months could take
-- one answer from another.
CREATE FUNCTION organisation_figures() RETURNS TABLE (figure text, since date, cell text, value integer, hidden boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
BEGIN ATOMIC
  WITH limits AS (
    -- A day more, so that the month is over in every zone.
    SELECT date_trunc('month', at) AS month_end, date_trunc('quarter', at) AS quarter_end
      FROM (SELECT acting_at() AT TIME ZONE 'UTC' - interval '1 day' AS at) AS yesterday
  ), ended AS (
    SELECT a.person_id::text AS who, a.status, a.cancelled_by, a.cancelled_at, a.modality, a.created_at, lower(a.period) AS starts_at,
        coalesce(a.language, '') AS language, a.interpreter_language, c.practice, c.id::text AS counsellor,
        date_trunc('month', lower(a.period) AT TIME ZONE c.zone) AS month,
        date_trunc('quarter', lower(a.period) AT TIME ZONE c.zone) AS quarter
      FROM counsellor c JOIN appointment a ON a.counsellor_id = c.id AND a.organisation_id = c.organisation_id
      WHERE actor_kind() = 'organisation-admin' AND c.organisation_id = actor_organisation()
        AND a.kind IN ('single', 'seat') AND a.person_id IS NOT NULL
        AND lower(a.period) >= acting_at() - interval '18 months' AND lower(a.period) < acting_at()
  ), recent AS (
    SELECT e.* FROM ended e, limits l WHERE e.month >= l.month_end - interval '12 months' AND e.month < l.month_end
  ), held AS (
    -- What was booked and not said otherwise took place.
    SELECT * FROM recent WHERE status IN ('booked', 'fulfilled')
  ), given_back AS (
    SELECT *, CASE WHEN starts_at - cancelled_at < interval '1 day' THEN 'day' WHEN starts_at - cancelled_at < interval '7 days' THEN 'week'
        ELSE 'earlier' END AS before
      FROM recent WHERE status = 'cancelled' AND cancelled_by IS NOT NULL
  ), wished AS (
    SELECT m.*, date_trunc('quarter', m.on_date::timestamp) AS quarter FROM missing_help m, limits l
      WHERE actor_kind() = 'organisation-admin' AND m.on_date >= l.quarter_end - interval '1 year' AND m.on_date < l.quarter_end
  ), facts AS (
    -- One row for each session and each table it is counted in. `part_of` is a cell of another table that these cells add up to.
    SELECT f.figure, h.month AS since, f.part_of, f.cell, h.who, 1 AS times FROM held h CROSS JOIN LATERAL (VALUES
        ('held', '', ''), ('held-practice', '', h.practice), ('held-modality', '', h.modality), ('held-language', '', h.language),
        ('held-counsellor', h.practice, h.counsellor)) AS f (figure, part_of, cell)
    UNION ALL
    SELECT f.figure, g.month, '', f.cell, g.who, 1 FROM given_back g CROSS JOIN LATERAL (VALUES
        ('cancelled', ''), ('cancelled-by', g.cancelled_by), ('cancelled-before', g.before)) AS f (figure, cell)
    UNION ALL
    SELECT 'interpreter', e.quarter, '', e.interpreter_language, e.who, 1 FROM ended e, limits l
      WHERE e.interpreter_language IS NOT NULL AND e.quarter >= l.quarter_end - interval '1 year' AND e.quarter < l.quarter_end
        AND (e.status IN ('booked', 'fulfilled', 'noshow') OR e.cancelled_by IS NOT NULL)
    UNION ALL
    -- Nobody knows who said so: each time counts as somebody.
    SELECT f.figure, w.quarter, '', f.cell, NULL, w.times FROM wished w CROSS JOIN LATERAL (VALUES
        ('missing', ''), ('missing-language', w.language), ('missing-practice', w.practice), ('missing-modality', w.modality)) AS f (figure, cell)
  ), cells AS (
    SELECT f.figure, f.since, f.part_of, f.cell, sum(f.times)::integer AS n,
        (count(DISTINCT f.who) + coalesce(sum(f.times) FILTER (WHERE f.who IS NULL), 0))::integer AS people
      FROM facts f GROUP BY f.figure, f.since, f.part_of, f.cell
  ), small AS (
    -- Together, the small cells of one row of a table: how many, and of how many people.
    SELECT c.figure, c.since, c.part_of, count(DISTINCT c.cell) AS cells,
        count(DISTINCT f.who) + coalesce(sum(f.times) FILTER (WHERE f.who IS NULL), 0) AS people
      FROM cells c JOIN facts f USING (figure, since, part_of, cell) WHERE c.people < 5 GROUP BY c.figure, c.since, c.part_of
  ), ranked AS (
    SELECT c.*, coalesce(s.cells, 0) AS small_cells, coalesce(s.people, 0) AS small_people,
        row_number() OVER (PARTITION BY c.figure, c.since, c.part_of, c.people < 5 ORDER BY c.people, c.n, c.cell) AS place
      FROM cells c LEFT JOIN small s USING (figure, since, part_of)
  ), covered AS (
    -- A small cell alone, or several that are small together, would be what is left of the total: the next one is hidden too.
    SELECT r.*, r.people < 5 OR (r.small_cells > 0 AND (r.small_cells < 2 OR r.small_people < 5) AND r.place = 1) AS covered
      FROM ranked r
  ), answered AS (
    -- And what adds up to a hidden cell is hidden whole.
    SELECT c.figure, c.since, c.cell, c.n, c.people, c.covered OR coalesce(p.covered, false) AS hidden
      FROM covered c LEFT JOIN covered p ON c.figure = 'held-counsellor' AND p.figure = 'held-practice' AND p.since = c.since AND p.cell = c.part_of
  ), waits AS (
    SELECT f.figure, h.month AS since, f.cell,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY h.days) AS middle, percentile_disc(0.9) WITHIN GROUP (ORDER BY h.days) AS most
      FROM (SELECT *, floor(date_part('epoch', starts_at - created_at) / 86400)::integer AS days FROM held) AS h
        CROSS JOIN LATERAL (VALUES ('held', ''), ('held-practice', h.practice)) AS f (figure, cell)
      GROUP BY f.figure, h.month, f.cell
  )
  SELECT a.figure, a.since::date, a.cell, CASE WHEN NOT a.hidden THEN a.n END, a.hidden FROM answered a
  UNION ALL
  -- Days of waiting stand exactly where the count does. Of ten people or more, the longest of all is not shown by the nine tenths.
  SELECT k.figure, a.since::date, a.cell, CASE WHEN k.shown THEN greatest(k.days, 0) END, NOT k.shown
    FROM answered a JOIN waits w USING (figure, since, cell)
      CROSS JOIN LATERAL (VALUES ('wait-median', w.middle, NOT a.hidden), ('wait-most', w.most, NOT a.hidden AND a.people >= 10)) AS k (figure, days, shown)
  ORDER BY 1, 2, 3;
END;
GRANT EXECUTE ON FUNCTION organisation_figures TO homeward_app;
