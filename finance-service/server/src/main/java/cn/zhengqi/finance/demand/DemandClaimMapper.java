package cn.zhengqi.finance.demand;

import cn.zhengqi.data.EntityMapper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Stores what banks claimed. Whoever changes a claim has locked its demand. */
@Mapper
interface DemandClaimMapper extends EntityMapper<DemandClaim> {

    @Select("""
            <script>select * from demand_claim where demand_id in
                <foreach collection="demands" item="it" open="(" separator="," close=")">#{it}</foreach>
            order by claimed_at, id</script>""")
    List<DemandClaim> of(@Param("demands") Collection<UUID> demands);

    @Select("select * from demand_claim where demand_id = #{demandId} order by claimed_at, id")
    List<DemandClaim> ofDemand(UUID demandId);

    @Select("select code, label from give_back_reason order by position")
    List<GiveBackReason> giveBackReasons();

    @Select("select code, label from give_back_reason where code = #{code}")
    Optional<GiveBackReason> giveBackReason(String code);
}
