package cn.zhengqi.auth.signin;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The log of sign-ins; written once, never changed. */
@Mapper
interface SignInLog {

    String MATCHING = """
            <where>
              <if test="username != null">username = #{username}</if>
              <if test="result != null">and result = #{result}</if>
              <if test="from != null">and at &gt;= #{from}</if>
              <if test="until != null">and at &lt; #{until}</if>
            </where>
            """;

    @Insert("""
            insert into sign_in_log (id, at, username, account_id, address, user_agent, result)
            values (#{id}, #{at}, #{username}, #{accountId}, #{address}, #{userAgent}, #{result})""")
    void insert(SignInLogEntry entry);

    @Select("<script>select count(*) from sign_in_log " + MATCHING + "</script>")
    long count(
            @Param("username") @Nullable String username,
            @Param("result") @Nullable SignInResult result,
            @Param("from") @Nullable Instant from,
            @Param("until") @Nullable Instant until);

    /** Latest first. */
    @Select("<script>select id, at, username, account_id, address, user_agent, result from sign_in_log " + MATCHING
            + " order by at desc, id desc limit #{limit} offset #{offset}</script>")
    List<SignInLogEntry> list(
            @Param("username") @Nullable String username,
            @Param("result") @Nullable SignInResult result,
            @Param("from") @Nullable Instant from,
            @Param("until") @Nullable Instant until,
            @Param("limit") int limit,
            @Param("offset") long offset);
}
