package cn.zhengqi.policy.redemption.ledger;

import cn.zhengqi.kernel.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads budgets and adds to the ledger; the budgets follow by its trigger. */
@Mapper
interface LedgerMapper {

    String BUDGET = "select project_id, allocated, reserved, approved, paid, returned from redemption_budget ";

    @Select(
            "<script>" + BUDGET
                    + "where project_id in <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    List<Budget> of(@Param("ids") Collection<UUID> ids);

    /** Whoever takes from a budget waits here for whoever takes from it at the same moment. */
    @Select(BUDGET + "where project_id = #{project} for update")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Budget lock(UUID project);

    @Insert("""
            insert into redemption_entry (id, project_id, application_id, batch_id, kind, amount, actor_id, actor, note, at)
            values (#{id}, #{projectId}, #{applicationId}, #{batchId}, #{kind}, #{amount}, #{actorId}, #{actor}, #{note}, #{at})
            """)
    void add(LedgerEntry entry);

    @Select("select count(*) from redemption_entry where project_id = #{project}")
    long count(UUID project);

    /** The newest first by the time that is shown: what was entered later of an earlier day stands there. What an enterprise books is that it gives up: its application is over then, and has one such entry. */
    @Select("""
            select e.id, e.kind, e.amount, e.application_id, a.number, a.enterprise_name, e.batch_id, e.actor,
              e.actor_id is not null and e.kind = 'RELEASE' and coalesce(a.status in ('WITHDRAWN', 'DECLINED'), false) as by_enterprise,
              e.note, e.at
            from redemption_entry e left join redemption_application a on a.id = e.application_id
            where e.project_id = #{project}
            order by e.at desc, e.seq desc limit #{page.size} offset #{page.offset}
            """)
    List<LedgerLine.Row> entries(@Param("project") UUID project, @Param("page") PageRequest page);
}
