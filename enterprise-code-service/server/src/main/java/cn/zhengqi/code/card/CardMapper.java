package cn.zhengqi.code.card;

import cn.zhengqi.user.api.EnterpriseRecord;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface CardMapper {

    /**
     * Whose code it is.
     *
     * @param entry null: the copy of the register has not heard of it
     */
    record Holder(UUID enterpriseId, @Nullable EnterpriseRecord entry) {}

    @Select("""
            select c.enterprise_id, r.entry from enterprise_code c left join registered_enterprise r on r.id = c.enterprise_id
            where c.id = #{codeId}""")
    @Nullable
    Holder ofCode(UUID codeId);

    @Select("""
            select c.enterprise_id, r.entry from static_code s join enterprise_code c on c.id = s.code_id
            left join registered_enterprise r on r.id = c.enterprise_id where s.token = #{token}""")
    @Nullable
    Holder ofStatic(UUID token);
}
