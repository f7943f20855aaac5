package cn.zhengqi.code.claim;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds an identity number that was given for somebody else before, and another one that was given for who represents the same enterprise: one number is one
 * person's, and a person has one. It may be a slip of either applicant, who cannot tell and is not
 * told of other claims; so it is shown to the reviewer and refuses nothing.
 */
@Component
class DeclaredIdentities {

    /** Enough to look into. */
    private static final int MOST_SHOWN = 10;

    private final JdbcClient jdbc;
    private final ProtectedColumn numbers;

    DeclaredIdentities(JdbcClient jdbc, DataProtection protection) {
        this.jdbc = jdbc;
        this.numbers = protection.column("claim", "legal_rep_id_number");
    }

    /** What a claim declares now is found from now on. */
    void declared(UUID claimId, IdNumber number) {
        jdbc.sql("update claim set legal_rep_id_index = ? where id = ?")
                .params(numbers.index(number.value()), claimId)
                .update();
    }

    /** Numbers of the other claims in which the identity number of this one stands for another name, the newest first. */
    List<String> underAnotherName(UUID claimId) {
        return others("""
                        select other.number from claim it
                        join claim other on other.legal_rep_id_index = it.legal_rep_id_index and other.legal_rep_name <> it.legal_rep_name
                        where it.id = ? order by other.submitted_at desc, other.id limit ?""", claimId);
    }

    /** Numbers of the other claims for the same enterprise in which the same name stands with another identity number, the newest first. */
    List<String> ofSameRepresentative(UUID claimId) {
        return others("""
                        select other.number from claim it
                        join claim other on other.enterprise_id = it.enterprise_id and other.legal_rep_name = it.legal_rep_name
                        and other.legal_rep_id_index <> it.legal_rep_id_index
                        where it.id = ? order by other.submitted_at desc, other.id limit ?""", claimId);
    }

    private List<String> others(String query, UUID claimId) {
        return jdbc.sql(query)
                .params(claimId, MOST_SHOWN)
                .query((found, at) -> Objects.requireNonNull(found.getString(1)))
                .list();
    }
}
