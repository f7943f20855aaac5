package cn.zhengqi.finance.product;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Stores loan products and reads them as they are shown. */
@Mapper
public interface LoanProductMapper extends EntityMapper<LoanProduct> {

    /** What secures a loan, without remarks: 信用+其他 is two, 信用(风险补偿基金) is 信用. */
    String GUARANTEES = "regexp_split_to_array(regexp_replace(guarantee, '[(（].*[)）]', ''), '[+/]')";

    String MATCHING = """
            from loan_product
            <where>
                <if test="q.status != null">and status = #{q.status}</if>
                <if test="q.bankId != null">and bank_id = #{q.bankId}</if>
                <if test="q.guarantee != null">
                    and (guarantee = #{q.guarantee} or #{q.guarantee} = any(""" + GUARANTEES + """
            ))
                </if>
                <if test="q.productType != null">
                    and (product_type = #{q.productType} or #{q.productType} = any(string_to_array(product_type, '/')))
                </if>
                <if test="q.pattern != null">
                    and (title || ' ' || bank_name || ' ' || product_type || ' ' || summary) ilike #{q.pattern}
                </if>
            </where>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'MAX_AMOUNT'">max_amount_wan</when>
                <when test="q.order.name() == 'TERM'">term_months</when>
                <when test="q.order.name() == 'TITLE'">title</when>
                <when test="q.order.name() == 'BANK'">bank_name</when>
                <when test="q.order.name() == 'STATUS'">status</when>
                <when test="q.order.name() == 'CODE'">code</when>
                <otherwise>pin_slot nulls last, verified desc, code</otherwise>
            </choose>
            <if test="q.order.name() != 'DEFAULT'"><if test="!q.ascending">desc</if> nulls last, code</if>
            """;

    @Select(value = "select * from loan_product where id = #{id} for share", affectData = true)
    Optional<LoanProduct> findForShare(UUID id);

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") ProductQuery q);

    @Select("<script>select * " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<LoanProduct> list(@Param("q") ProductQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + MATCHING + ORDERED + "</script>")
    @ResultType(LoanProduct.class)
    void each(@Param("q") ProductQuery q, ResultHandler<LoanProduct> handler);

    /** Counts per value; each dimension is counted under the other ones. */
    @Select("<script>with hit as (select bank_id, bank_name, string_to_array(product_type, '/') as types, "
            + GUARANTEES
            + """
             as guarantees
                from loan_product where status = 'PUBLISHED'
                <if test="q.pattern != null">
                    and (title || ' ' || bank_name || ' ' || product_type || ' ' || summary) ilike #{q.pattern}
                </if>
            ), marked as (
                select h.*,
                    <choose><when test="q.productType != null">#{q.productType} = any(h.types)</when><otherwise>true</otherwise></choose> as t,
                    <choose><when test="q.guarantee != null">#{q.guarantee} = any(h.guarantees)</when><otherwise>true</otherwise></choose> as g,
                    <choose><when test="q.bankId != null">h.bank_id = #{q.bankId}</when><otherwise>true</otherwise></choose> as b
                from hit h)
            select 'TYPE' as dimension, part as value, part as label, count(*) as count
            from marked, unnest(types) part where g and b group by part
            union all
            select 'GUARANTEE', part, part, count(*) from marked, unnest(guarantees) part where t and b group by part
            union all
            select 'BANK', bank_id::text, bank_name, count(*) from marked where t and g group by bank_id, bank_name
            order by 4 desc, 3
            </script>""")
    List<FacetRow> facets(@Param("q") ProductQuery q);

    record FacetRow(String dimension, String value, String label, long count) {}

    /** Every type that a product has, sold or not, but for those of one product alone. */
    @Select("""
            <script>select distinct part from loan_product, unnest(string_to_array(product_type, '/')) part
            <where><if test="but != null">id != #{but}</if></where></script>
            """)
    Set<String> types(@Param("but") @Nullable UUID but);

    @Select("select * from loan_product where pin_slot is not null order by pin_slot")
    List<LoanProduct> pinned();

    @Select("select slot from generate_series(1, 3) slot where slot not in (select pin_slot from loan_product"
            + " where pin_slot is not null) order by slot limit 1")
    Optional<Integer> freePinSlot();

    @Select("select * from loan_product where code = #{code}")
    Optional<LoanProduct> byCode(String code);

    @Select("select nextval('loan_product_number')")
    long nextNumber();

    @Insert("""
            insert into loan_product_edition (product_id, edition, terms, in_force_from)
            values (#{product}, #{edition}, #{terms}, #{from})
            """)
    void keepEdition(
            @Param("product") UUID product,
            @Param("edition") int edition,
            @Param("terms") PublishedTerms terms,
            @Param("from") Instant from);

    @Select("select terms from loan_product_edition where product_id = #{product} and edition = #{edition}")
    Optional<PublishedTerms> edition(@Param("product") UUID product, @Param("edition") int edition);

    @Select("select id, name from bank where id = #{id}")
    Optional<Bank> bank(UUID id);

    @Insert("insert into bank (id, name) values (#{id}, #{name}) on conflict (id) do update set name = excluded.name")
    void save(Bank bank);
}
