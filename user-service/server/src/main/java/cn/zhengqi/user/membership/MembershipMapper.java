package cn.zhengqi.user.membership;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface MembershipMapper {

    /** @return 0 when the account is a member in this role already */
    @Insert("""
            insert into membership (id, account_id, enterprise_id, institution_id, role_code, joined_at)
            values (#{id}, #{accountId}, #{enterpriseId}, #{institutionId}, #{roleCode}, #{joinedAt})
            on conflict on constraint membership_once do nothing""")
    int insert(Membership membership);

    /** Latest first. */
    @Select("""
            select id, account_id, enterprise_id, institution_id, role_code, joined_at from membership
            where account_id = #{accountId} order by joined_at desc, id desc""")
    List<Membership> of(UUID accountId);

    @Select("""
            <script>select distinct permission from role_permission where role_code in
            <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach>
            order by permission</script>""")
    List<String> permissions(@Param("roles") Collection<String> roles);
}
