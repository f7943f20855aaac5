package cn.zhengqi.user.account;

import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

@Mapper
interface AccountMapper {

    String MATCHING = """
            from account a
            <where>
              <if test="q.pattern != null">(a.display_name ilike #{q.pattern} or exists (
                select 1 from membership m join enterprise e on e.id = m.enterprise_id
                where m.account_id = a.id and e.name ilike #{q.pattern}))</if>
              <if test="q.filter.userType != null">and a.user_type = #{q.filter.userType}</if>
              <if test="q.filter.enabled != null">and a.enabled = #{q.filter.enabled}</if>
              <if test="q.scope != null">and exists (
                select 1 from membership m where m.account_id = a.id and m.institution_id = any(#{q.scope}::uuid[]))</if>
              <if test="q.scope == null and !q.people.everything">and (exists (
                select 1 from membership m where m.account_id = a.id and m.institution_id is not null)
                <if test="!q.people.towns.isEmpty()">or exists (
                  select 1 from membership m join enterprise e on e.id = m.enterprise_id where m.account_id = a.id and e.town_code in
                  <foreach collection="q.people.towns" item="town" open="(" separator="," close=")">#{town}</foreach>)</if>)</if>
            </where>
            """;

    String ROWS = """
            select a.id as account_id, a.display_name, a.user_type, a.channel, a.demo, a.registered_at,
              (select e.name from membership m join enterprise e on e.id = m.enterprise_id
                where m.account_id = a.id order by m.joined_at desc limit 1) as enterprise_name,
              (select i.name from membership m join institution i on i.id = m.institution_id
                where m.account_id = a.id order by m.joined_at desc limit 1) as institution_name,
              array(select distinct m.role_code from membership m where m.account_id = a.id order by 1) as roles,
              array(select distinct r.name from membership m join role r on r.code = m.role_code
                where m.account_id = a.id and r.code != 'STAFF' order by 1) as role_names, a.enabled
            """ + MATCHING + """
            order by
            <choose><when test="q.order.name() == 'DISPLAY_NAME'">a.display_name</when><otherwise>a.registered_at</otherwise></choose>
            <if test="!q.ascending">desc</if>, a.id
            """;

    /** An account that is known is left as it is: the event may come twice. */
    @Insert("""
            insert into account (id, display_name, user_type, channel, registered_at, demo)
            values (#{id}, #{displayName}, #{userType}, #{channel}, #{registeredAt}, #{demo})
            on conflict (id) do nothing""")
    void insert(
            @Param("id") UUID id,
            @Param("displayName") String displayName,
            @Param("userType") UserType userType,
            @Param("channel") Channel channel,
            @Param("registeredAt") Instant registeredAt,
            @Param("demo") boolean demo);

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") AccountFilter.Query q);

    @Select("<script>" + ROWS + " limit #{limit} offset #{offset}</script>")
    List<AccountRow> list(@Param("q") AccountFilter.Query q, @Param("limit") int limit, @Param("offset") long offset);

    /** Row by row; inside a transaction. */
    @Select("<script>" + ROWS + "</script>")
    @ResultType(AccountRow.class)
    void each(@Param("q") AccountFilter.Query q, ResultHandler<AccountRow> handler);
}
