package cn.zhengqi.code.consent;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ReceiverKind;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ConsentMapper {

    @Select("select * from consent where enterprise_id = #{enterpriseId} order by receiver_name, id")
    List<Grant> of(UUID enterpriseId);

    @Select("""
            select * from consent where enterprise_id = #{enterpriseId} and category = #{category}
            and receiver_kind = #{kind} and receiver_id is not distinct from #{receiverId}::uuid""")
    Optional<Grant> find(
            @Param("enterpriseId") UUID enterpriseId,
            @Param("category") ConsentCategory category,
            @Param("kind") ReceiverKind kind,
            @Param("receiverId") @Nullable UUID receiverId);

    @Select("""
            select e.enterprise_id from enterprise_code e where e.uscc = #{uscc} and e.status <> 'REVOKED'
            and (e.enterprise_id = #{ownerId} or exists (select 1 from consent c where c.enterprise_id = e.enterprise_id
              and c.receiver_kind = 'SYSTEM' and c.receiver_id = #{ownerId}))
            limit 1""")
    Optional<UUID> knownToSystem(@Param("uscc") String uscc, @Param("ownerId") UUID ownerId);

    @Insert("""
            insert into consent (id, enterprise_id, category, receiver_kind, receiver_id, receiver_name, purpose, granted,
              granted_at, withdrawn_at, valid_from, valid_until, scanners, former_scanners, version)
            values (#{id}, #{enterpriseId}, #{category}, #{receiverKind}, #{receiverId}, #{receiverName}, #{purpose}, #{granted},
              #{grantedAt}, #{withdrawnAt}, #{validFrom}, #{validUntil}, #{scanners}, #{formerScanners}, #{version})
            on conflict (id) do update set granted = excluded.granted, granted_at = excluded.granted_at,
              withdrawn_at = excluded.withdrawn_at, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
              scanners = excluded.scanners, former_scanners = excluded.former_scanners, version = excluded.version""")
    void save(Grant grant);

    @Update("update consent set receiver_name = #{name} where receiver_id = #{receiverId}")
    int renameReceiver(@Param("receiverId") UUID receiverId, @Param("name") String name);

    /** How the code of the enterprise stands, or the last it had; nothing where it never had any. */
    @Select("""
            select status from enterprise_code where enterprise_id = #{enterpriseId}
            order by (status <> 'REVOKED') desc limit 1""")
    Optional<CodeStatus> codeOf(UUID enterpriseId);

    /** Two who speak for the enterprise at once wait for each other. */
    @Select(value = """
            insert into consent_sheet as s (enterprise_id, version) values (#{enterpriseId}, 0)
            on conflict (enterprise_id) do update set version = s.version
            returning version""", affectData = true)
    long lock(UUID enterpriseId);

    /** All that was said before ends; locked before. */
    @Update("update consent_sheet set ended_at = greatest(ended_at, #{at}) where enterprise_id = #{enterpriseId}")
    void end(@Param("enterpriseId") UUID enterpriseId, @Param("at") Instant at);

    @Select("""
            select exists (select 1 from consent_sheet where enterprise_id = #{enterpriseId} and ended_at > #{moment})""")
    boolean endedAfter(@Param("enterpriseId") UUID enterpriseId, @Param("moment") Instant moment);

    /** Counts the changes of all consents of the enterprise. */
    @Select(value = """
            update consent_sheet set version = version + 1 where enterprise_id = #{enterpriseId}
            returning version""", affectData = true)
    long nextVersion(UUID enterpriseId);

    @Insert("""
            insert into consent_change (id, consent_id, enterprise_id, category, receiver_kind, receiver_id, receiver_name, purpose,
              action, valid_from, valid_until, at, actor_id, actor_name)
            values (#{id}, #{grant.id}, #{grant.enterpriseId}, #{grant.category}, #{grant.receiverKind}, #{grant.receiverId},
              #{receiver}, #{grant.purpose}, #{action}, #{grant.validFrom}, #{grant.validUntil}, #{at}, #{actorId},
              #{actorName})""")
    void record(
            @Param("id") UUID id,
            @Param("grant") Grant grant,
            @Param("receiver") String receiver,
            @Param("action") ConsentChange.Kind action,
            @Param("at") Instant at,
            @Param("actorId") UUID actorId,
            @Param("actorName") String actorName);

    @Select("select count(*) from consent_change where enterprise_id = #{enterpriseId}")
    long countOfChanges(UUID enterpriseId);

    @Select("""
            select id, at, category, receiver_kind, receiver_name, purpose, action,
              case when action <> 'WITHDRAWN' then valid_until end as valid_until, actor_name
            from consent_change where enterprise_id = #{enterpriseId}
            order by at desc, id desc limit #{page.size} offset #{page.offset}""")
    List<ConsentChange> changes(@Param("enterpriseId") UUID enterpriseId, @Param("page") PageRequest page);
}
