package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.ConsentCategory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ConsentMapper {

    record Row(
            ConsentCategory category,
            boolean granted,
            @Nullable OffsetDateTime grantedAt,
            @Nullable OffsetDateTime withdrawnAt) {}

    @Select("""
            select category, granted, granted_at, withdrawn_at from consent where enterprise_id = #{enterpriseId}""")
    List<Row> of(UUID enterpriseId);

    @Select("""
            select exists (select 1 from consent
            where enterprise_id = #{enterpriseId} and category = #{category} and granted)""")
    boolean isGranted(@Param("enterpriseId") UUID enterpriseId, @Param("category") ConsentCategory category);

    /** @return false when it stood like this already */
    @Insert("""
            insert into consent as c (enterprise_id, category, granted, granted_at, withdrawn_at, version)
            values (#{enterpriseId}, #{category}, #{granted},
              case when #{granted} then #{at}::timestamptz end, case when not #{granted} then #{at}::timestamptz end, 0)
            on conflict (enterprise_id, category) do update set
              granted = excluded.granted,
              granted_at = coalesce(excluded.granted_at, c.granted_at),
              withdrawn_at = excluded.withdrawn_at,
              version = c.version + 1
            where c.granted is distinct from excluded.granted""")
    boolean set(
            @Param("enterpriseId") UUID enterpriseId,
            @Param("category") ConsentCategory category,
            @Param("granted") boolean granted,
            @Param("at") Instant at);

    /** Counts the changes of all consents of the enterprise; two at once wait for each other. */
    @Select(value = """
            insert into consent_sheet as s (enterprise_id, version) values (#{enterpriseId}, 1)
            on conflict (enterprise_id) do update set version = s.version + 1
            returning version""", affectData = true)
    long nextVersion(UUID enterpriseId);

    /** The evidence of what was allowed when, and by whom. */
    @Insert("""
            insert into consent_change (id, enterprise_id, category, granted, at, actor_id, actor_name)
            values (#{id}, #{enterpriseId}, #{category}, #{granted}, #{at}, #{actorId}, #{actorName})""")
    void record(
            @Param("id") UUID id,
            @Param("enterpriseId") UUID enterpriseId,
            @Param("category") ConsentCategory category,
            @Param("granted") boolean granted,
            @Param("at") Instant at,
            @Param("actorId") UUID actorId,
            @Param("actorName") String actorName);
}
