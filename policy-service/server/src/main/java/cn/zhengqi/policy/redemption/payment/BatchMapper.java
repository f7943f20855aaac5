package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Stores batches with their payments. */
@Mapper
interface BatchMapper extends EntityMapper<PaymentBatch> {

    @Select("select nextval('redemption_batch_number')")
    long nextNumber();

    @Select("select * from redemption_batch where id = #{id} for update")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<PaymentBatch> lock(UUID id);

    String OF_INSTITUTIONS = """
            from redemption_batch
            where institution_id in
                <foreach collection="institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
            <if test="state != null">and state = #{state}</if>
            <if test="approver != null">and state = 'DRAFT' and prepared_by != #{approver}</if>
            """;

    @Select("<script>select count(*) " + OF_INSTITUTIONS + "</script>")
    long countOf(
            @Param("institutions") Set<UUID> institutions,
            @Param("state") @Nullable BatchState state,
            @Param("approver") @Nullable UUID approver);

    @Select("<script>select * " + OF_INSTITUTIONS
            + " order by prepared_at desc, id limit #{page.size} offset #{page.offset}</script>")
    List<PaymentBatch> of(
            @Param("institutions") Set<UUID> institutions,
            @Param("state") @Nullable BatchState state,
            @Param("approver") @Nullable UUID approver,
            @Param("page") PageRequest page);

    @Select("""
            select i.application_id, a.number, a.project_title, a.enterprise_name, i.amount, i.outcome, i.reference, i.reason
            from redemption_batch_item i join redemption_application a on a.id = i.application_id
            where i.batch_id = #{batch} order by a.number
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<BatchItem> items(UUID batch);

    /** While the treasury has a batch nobody changes the accounts in it. */
    @Select("""
            select b.number as batch_number, a.number, a.project_title, a.enterprise_name, a.account_name, a.account_bank, a.account_number as account,
              i.amount, i.outcome, i.reference, i.reason
            from redemption_batch_item i
              join redemption_batch b on b.id = i.batch_id join redemption_application a on a.id = i.application_id
            where i.batch_id = #{batch} order by a.number
            """)
    List<TreasuryLine.Row> lines(UUID batch);

    @Insert("insert into redemption_batch_item (batch_id, application_id, amount, outcome)"
            + " values (#{batch}, #{application}, #{amount}, 'PENDING')")
    void insertItem(
            @Param("batch") UUID batch, @Param("application") UUID application, @Param("amount") BigDecimal amount);

    @Update("""
            update redemption_batch_item set outcome = #{outcome}, reference = #{reference}, reason = #{reason}
            where batch_id = #{batch} and application_id = #{application} and outcome = 'PENDING'
            """)
    int end(
            @Param("batch") UUID batch,
            @Param("application") UUID application,
            @Param("outcome") PaymentOutcome outcome,
            @Param("reference") @Nullable String reference,
            @Param("reason") @Nullable String reason);

    /** The payment that stands, of an application. */
    @Select("select batch_id from redemption_batch_item where application_id = #{application} and outcome = 'PAID'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<UUID> paying(UUID application);

    /** What was paid came back; how it was known to the treasury stays. */
    @Update("update redemption_batch_item set outcome = 'RETURNED'"
            + " where batch_id = #{batch} and application_id = #{application} and outcome = 'PAID'")
    int comeBack(@Param("batch") UUID batch, @Param("application") UUID application);
}
