package cn.zhengqi.auth.signin;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The log of sign-ins; written once, never changed. What was typed as a name lies encrypted in it, with its index beside it. */
@Mapper
interface SignInLog {

    String MATCHING = """
            from sign_in_log l
            <where>
              <if test="username != null">l.username_index = #{username}</if>
              <if test="q.pattern != null">
                and l.account_id in (select id from account where display_name ilike #{q.pattern})
              </if>
              <if test="!q.results.isEmpty()">and l.result in
                <foreach collection="q.results" item="one" open="(" separator="," close=")">#{one}</foreach>
              </if>
              <if test="q.from != null">and l.at &gt;= #{q.from}</if>
              <if test="q.until != null">and l.at &lt; #{q.until}</if>
              <if test="afterAt != null">
                <choose>
                  <when test="q.ascending">and (l.at, l.id) &gt; (#{afterAt}, #{afterId})</when>
                  <otherwise>and (l.at, l.id) &lt; (#{afterAt}, #{afterId})</otherwise>
                </choose>
              </if>
            </where>
            """;

    @Insert("""
            insert into sign_in_log (id, at, username, username_index, account_id, address, address_block, user_agent, result)
            values (#{it.id}, #{it.at}, #{username}, #{index}, #{it.accountId}, #{it.address}, #{block}, #{it.userAgent}, #{it.result})""")
    void insert(
            @Param("it") SignInLogEntry entry,
            @Param("username") String username,
            @Param("index") byte[] index,
            @Param("block") String block);

    @Select("<script><bind name='afterAt' value='null'/>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") SignInFilter.Query q, @Param("username") byte @Nullable [] username);

    /**
     * With the name of the account as it is today, and what was typed as it is stored.
     *
     * @param username index of what was typed; absent: whatever it was
     * @param afterAt with {@code afterId} the row after which the list goes on; absent: from its beginning
     */
    @Select("""
            <script>
            select l.id, l.at, l.username, l.account_id, (select a.display_name from account a where a.id = l.account_id) as name,
              null::text as affiliation, l.address, l.user_agent, l.result
            """ + MATCHING + """
            order by <choose><when test="q.ascending">l.at, l.id</when><otherwise>l.at desc, l.id desc</otherwise></choose>
            limit #{limit} offset #{offset}
            </script>""")
    List<SignInRow> list(
            @Param("q") SignInFilter.Query q,
            @Param("username") byte @Nullable [] username,
            @Param("afterAt") @Nullable OffsetDateTime afterAt,
            @Param("afterId") @Nullable UUID afterId,
            @Param("limit") int limit,
            @Param("offset") long offset);
}
