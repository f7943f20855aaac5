package cn.zhengqi.auth.account;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** With the phone as it is stored: {@link Accounts} encrypts and decrypts it. */
@Mapper
interface AccountMapper {

    String COLUMNS = """
            select id, user_type, username, phone, display_name, password_hash, credential_version, enabled, channel,
              registered_at, phone_verified_at, demo, version
            from account
            """;

    /** @return 0 when the phone, the name or the id is there already */
    @Insert("""
            insert into account (id, user_type, username, phone, phone_index, display_name, password_hash, enabled, channel,
              registered_at, phone_verified_at, demo)
            values (#{it.id}, #{it.userType}, #{it.username}, #{it.phone}, #{phoneIndex}, #{it.displayName}, #{it.passwordHash},
              #{it.enabled}, #{it.channel}, #{it.registeredAt}, #{it.phoneVerifiedAt}, #{it.demo})
            on conflict do nothing""")
    int insert(@Param("it") Account account, @Param("phoneIndex") byte[] phoneIndex);

    /** @return 0 when someone else changed it since it was read */
    @Update("""
            update account set display_name = #{displayName}, password_hash = #{passwordHash},
              credential_version = #{credentialVersion}, version = version + 1
            where id = #{id} and version = #{version}""")
    int update(Account account);

    /** @return 0 when someone else changed it since it was read */
    @Update("""
            update account set phone = #{phone}, phone_index = #{phoneIndex}, phone_verified_at = #{at}, version = version + 1
            where id = #{id} and version = #{version}""")
    int changePhone(
            @Param("id") UUID id,
            @Param("version") long version,
            @Param("phone") String phone,
            @Param("phoneIndex") byte[] phoneIndex,
            @Param("at") OffsetDateTime at);

    @Select(COLUMNS + "where id = #{id}")
    Optional<Account> find(UUID id);

    @Select(COLUMNS + "where phone_index = #{phoneIndex} or username = #{name}")
    Optional<Account> findByName(@Param("name") String name, @Param("phoneIndex") byte[] phoneIndex);
}
