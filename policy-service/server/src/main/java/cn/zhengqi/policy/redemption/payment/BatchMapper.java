package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.redemption.application.Redemption;
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
            <if test="approver != null">
              and state = 'DRAFT' and prepared_by != #{approver} and not exists (
                select from redemption_batch_item i
                where i.batch_id = redemption_batch.id and i.outcome = 'PENDING'
                  and (select kept_by from redemption_check c where c.application_id = i.application_id order by seq desc limit 1) = #{approver})
            </if>
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
            select i.application_id, a.number, a.project_title, a.enterprise_name, i.amount, i.account_name, i.account_bank, i.account_number,
              i.outcome, i.reference, i.reason, a.version
            from redemption_batch_item i join redemption_application a on a.id = i.application_id
            where i.batch_id = #{batch} order by a.number
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<BatchItem.Row> rows(UUID batch);

    /** To the accounts that stood there when the batch was prepared; in batches from before that was kept, to those of their applications. */
    @Select("""
            select b.number as batch_number, a.number, a.project_title, a.enterprise_name, coalesce(i.account_name, a.account_name) as account_name,
              coalesce(i.account_bank, a.account_bank) as account_bank, i.account_number as account, a.account_number as account_of_application,
              i.amount, i.outcome, i.reference, i.reason
            from redemption_batch_item i
              join redemption_batch b on b.id = i.batch_id join redemption_application a on a.id = i.application_id
            where i.batch_id = #{batch} and i.outcome <> 'REMOVED' order by a.number
            """)
    List<TreasuryLine.Row> lines(UUID batch);

    @Insert("""
            insert into redemption_batch_item (batch_id, application_id, institution_id, amount, outcome, account_name, account_bank, account_number)
            values (#{batch.id}, #{it.id}, #{batch.institutionId}, #{it.amount}, 'PENDING', #{it.accountName}, #{it.accountBank}, #{account})
            """)
    void insertItem(
            @Param("batch") PaymentBatch batch,
            @Param("it") Redemption it,
            @Param("account") @Nullable PaidAccount account);

    /** Which of the references the treasury gave to payments of an institution in other batches. */
    @Select("""
            <script>select reference from redemption_batch_item
            where institution_id = #{institution} and batch_id != #{batch} and reference in
              <foreach collection="references" item="it" open="(" separator="," close=")">#{it}</foreach></script>
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Set<String> taken(
            @Param("institution") UUID institution,
            @Param("batch") UUID batch,
            @Param("references") Set<String> references);

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

    /** The batch that an application is in, of which nothing is told yet. */
    @Select("select batch_id from redemption_batch_item where application_id = #{application} and outcome = 'PENDING'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<UUID> pending(UUID application);

    /** The payment that stands, of an application. */
    @Select("select batch_id from redemption_batch_item where application_id = #{application} and outcome = 'PAID'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<UUID> paying(UUID application);

    /** What was paid came back; how it was known to the treasury stays. */
    @Update("update redemption_batch_item set outcome = 'RETURNED'"
            + " where batch_id = #{batch} and application_id = #{application} and outcome = 'PAID'")
    int comeBack(@Param("batch") UUID batch, @Param("application") UUID application);
}
