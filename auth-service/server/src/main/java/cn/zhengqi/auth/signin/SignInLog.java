package cn.zhengqi.auth.signin;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Attempts to sign in and ends of sign-ins, until they are told and after. What was typed as a name lies encrypted in it, with its index beside it. */
@Mapper
interface SignInLog {

    @Insert("""
            insert into sign_in_log (id, at, username, username_index, account_id, address, address_block, user_agent, way, result)
            values (#{it.id}, #{it.at}, #{username}, #{index}, #{it.accountId}, #{it.address}, #{block}, #{it.userAgent}, #{it.way},
              #{it.result})""")
    void insert(
            @Param("it") SignInLogEntry entry,
            @Param("username") String username,
            @Param("index") byte[] index,
            @Param("block") String block);

    /** The oldest of what was not told yet, with the name of the account. */
    @Select("""
            select l.id, l.at, l.username, l.username_index, l.account_id, a.display_name as account_name, l.address, l.user_agent, l.way, l.result
            from sign_in_log l left join account a on a.id = l.account_id
            where not l.told order by l.at, l.id limit #{most}""")
    List<UntoldSignIn> untold(@Param("most") int most);

    /** Those of them that are still untold and that no other copy tells at this moment; they are its caller's until the commit. */
    @Select("""
            <script>
            select id from sign_in_log where not told and id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            for update skip locked
            </script>""")
    List<UUID> claim(@Param("ids") List<UUID> ids);

    @Update("""
            <script>
            update sign_in_log set told = true where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void told(@Param("ids") List<UUID> ids);
}
