package cn.zhengqi.finance.application;

import cn.zhengqi.data.EntityMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Stores which branch looks after which town. */
@Mapper
interface BranchTownMapper extends EntityMapper<BranchTown> {

    @Select("select * from branch_town where bank_id = #{bankId} order by town_code")
    List<BranchTown> ofBank(UUID bankId);

    @Select("select * from branch_town where bank_id = #{bankId} and town_code = #{townCode}")
    Optional<BranchTown> of(@Param("bankId") UUID bankId, @Param("townCode") String townCode);
}
