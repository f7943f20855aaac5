package cn.zhengqi.policy.catalogue;

import cn.zhengqi.data.EntityMapper;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Stores editions. */
@Mapper
public interface PolicyEditionMapper extends EntityMapper<PolicyEdition> {

    @Select("select * from policy_edition where policy_id = #{policyId} and publication = 'PUBLISHED'")
    Optional<PolicyEdition> published(UUID policyId);

    @Select("select * from policy_edition where policy_id = #{policyId} order by edition desc limit 1")
    Optional<PolicyEdition> newest(UUID policyId);

    @Select("select * from policy_edition where policy_id = #{policyId} and edition = #{edition}")
    Optional<PolicyEdition> edition(UUID policyId, int edition);
}
