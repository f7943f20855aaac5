package cn.zhengqi.user;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest
@ActiveProfiles("test")
class UserRetentionTest extends RetentionTest {

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataProtection protection;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of(
                "user.invitation", List.of(new Kept(this::invitation, id -> isThere("enterprise_invitation", id))),
                "user.admission-paper",
                        List.of(new Kept(this::paper, id -> isThere("institution_application_file", id))));
    }

    private boolean isThere(String table, UUID id) {
        return jdbc.sql("select exists (select from " + table + " where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private UUID invitation(OffsetDateTime at) {
        Enterprise enterprise = Enterprises.named("重庆邀请示例有限公司");
        register.add(enterprise);
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into enterprise_invitation (id, enterprise_id, role_code, token_hash, invited_by, invited_by_name, created_at, expires_at)
                        values (?, ?, 'ENTERPRISE_MEMBER', sha256(uuid_send(gen_random_uuid())), ?, '管理员', ?, ?)""").params(id, enterprise.getId(), Ids.next(), at, at).update();
        return id;
    }

    private UUID paper(OffsetDateTime decidedAt) {
        UUID application = Ids.next();
        jdbc.sql("""
                        insert into institution_application (id, applicant_id, applicant_name, type, name, uscc, address, contact_name,
                          contact_phone, introduction, status, reason, submitted_at, decided_at)
                        values (?, ?, '王五', 'CHAMBER', '示例商会', '91500113MAX5XQ4WX4', '', '王五', ?, '', 'REJECTED', '材料不全', ?, ?)""")
                .params(
                        application,
                        Ids.next(),
                        protection
                                .column("institution_application", "contact_phone")
                                .seal("13655500003"),
                        decidedAt,
                        decidedAt)
                .update();
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into institution_application_file (id, application_id, position, name, content_type, size, bytes)
                        values (?, ?, 0, '登记证书.pdf', 'application/pdf', 1, 'x')""").params(id, application).update();
        return id;
    }
}
