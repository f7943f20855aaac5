package cn.zhengqi.finance.coordination;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Counts what the lists of the same filter and reach show; how long answers took is added by {@link AnswerTimes}. */
@Mapper
interface CoordinationFiguresMapper {

    String PARTS = "<script><bind name=\"scope\" value=\"q.scope\"/> with visits as (select v.* " + VisitMapper.MATCHING
            + "), cases as (select d.* " + CoordinationCaseMapper.MATCHING
            + "), recs as (select r.*, d.town_code, d.town_name,"
            + " (r.recommended_at at time zone 'Asia/Shanghai')::date as recommended_on,"
            + " (r.decided_at at time zone 'Asia/Shanghai')::date as answered_on,"
            + " r.status in ('GRANTED', 'REFUSED', 'SERVED') as answered " + RecommendationMapper.MATCHING + ") ";

    @Select(PARTS + """
            select (select count(*) from visits) as visited,
                (select count(distinct enterprise_id) from visits) as visited_enterprises,
                (select count(*) from cases) as declared,
                (select coalesce(sum(amount), 0) from cases) as declared_amount,
                (select count(*) from cases where status = 'REJECTED') as rejected,
                count(distinct case_id) as recommended,
                count(distinct case_id) filter (where status = 'GRANTED') as granted,
                coalesce(sum(granted_amount), 0) as granted_amount,
                count(*) filter (where status = 'PENDING') as pending,
                count(*) filter (where status = 'REFUSED') as refused,
                count(*) filter (where status = 'SERVED') as served,
                count(*) filter (where status = 'UNANSWERED') as unanswered,
                null::numeric as average_working_days
            from recs</script>""")
    CoordinationFigures.CoordinationTotals totals(@Param("q") CoordinationQuery q);

    @Select(PARTS + """
            select town_code, max(town_name) as town_name, sum(visited) as visited, sum(declared) as declared,
                sum(declared_amount) as declared_amount, sum(recommended) as recommended, sum(granted) as granted,
                sum(granted_amount) as granted_amount, null::numeric as average_working_days
            from (
                select town_code, town_name, count(*) as visited, 0 as declared, 0 as declared_amount, 0 as recommended,
                    0 as granted, 0 as granted_amount
                from visits group by town_code, town_name
                union all
                select town_code, town_name, 0, count(*), sum(amount), 0, 0, 0 from cases group by town_code, town_name
                union all
                select town_code, max(town_name), 0, 0, 0, count(distinct case_id),
                    count(distinct case_id) filter (where status = 'GRANTED'), coalesce(sum(granted_amount), 0)
                from recs group by town_code) parts
            group by town_code order by declared desc, visited desc, town_code</script>""")
    List<CoordinationFigures.CoordinationTown> towns(@Param("q") CoordinationQuery q);

    @Select(PARTS + """
            select bank_id, max(bank_name) as bank_name, sum(visited) as visited, sum(recommended) as recommended,
                sum(pending) as pending, sum(granted) as granted, sum(granted_amount) as granted_amount,
                sum(refused) as refused, sum(served) as served, sum(unanswered) as unanswered,
                sum(lapsed) as lapsed, null::numeric as average_working_days
            from (
                select institution_id as bank_id, institution_name as bank_name, count(*) as visited, 0 as recommended,
                    0 as pending, 0 as granted, 0 as granted_amount, 0 as refused, 0 as served, 0 as unanswered,
                    0 as lapsed
                from visits where by_bank group by institution_id, institution_name
                union all
                select bank_id, max(bank_name), 0, count(*), count(*) filter (where status = 'PENDING'),
                    count(*) filter (where status = 'GRANTED'), coalesce(sum(granted_amount), 0),
                    count(*) filter (where status = 'REFUSED'), count(*) filter (where status = 'SERVED'),
                    count(*) filter (where status = 'UNANSWERED'), count(*) filter (where status = 'LAPSED')
                from recs group by bank_id) parts
            group by bank_id order by recommended desc, visited desc, bank_name</script>""")
    List<CoordinationFigures.CoordinationBank> banks(@Param("q") CoordinationQuery q);

    /** The days between which banks answered: working days are counted by the calendar, which no database knows. */
    @Select(PARTS + """
            select town_code, bank_id, recommended_on, answered_on, count(*) as answers
            from recs where answered group by town_code, bank_id, recommended_on, answered_on</script>""")
    List<AnswerTimes.Answered> answered(@Param("q") CoordinationQuery q);

    @Select(PARTS + """
            select reason.code, reason.label, count(*) as refused
            from recs join refusal_reason reason on reason.code = recs.refusal_reason_code
            group by reason.code, reason.label, reason.position order by refused desc, reason.position</script>""")
    List<CoordinationFigures.CoordinationReason> reasons(@Param("q") CoordinationQuery q);
}
