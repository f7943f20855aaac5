package cn.zhengqi.finance.product;

import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

/** Stores what enterprises want to find again. */
@Mapper
interface FavouriteProductMapper {

    String FOUND = """
            from favourite_product f join loan_product p on p.id = f.product_id
            where f.enterprise_id = #{q.enterprise}
            <if test="q.pattern != null">
                and (p.title || ' ' || p.bank_name || ' ' || p.product_type || ' ' || p.summary) ilike #{q.pattern}
            </if>
            """;

    String COLUMNS = """
            select p.id, p.code, p.title, p.bank_name, p.product_type, p.guarantee, p.max_amount_wan, p.term_months,
                   p.rate_text, p.status, f.added_at
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'TITLE'">p.title</when>
                <when test="q.order.name() == 'MAX_AMOUNT'">p.max_amount_wan</when>
                <otherwise>f.added_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if> nulls last, p.code
            """;

    @Select("<script>select count(*) " + FOUND + "</script>")
    long count(@Param("q") FavouriteQuery q);

    @Select("<script>" + COLUMNS + FOUND + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<FavouriteProduct> list(@Param("q") FavouriteQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>" + COLUMNS + FOUND + ORDERED + "</script>")
    @ResultType(FavouriteProduct.class)
    void each(@Param("q") FavouriteQuery q, ResultHandler<FavouriteProduct> handler);

    @Select(
            "select exists(select from favourite_product where enterprise_id = #{enterprise} and product_id = #{product})")
    boolean holds(@Param("enterprise") UUID enterprise, @Param("product") UUID product);

    @Select("select count(*) from favourite_product where enterprise_id = #{enterprise}")
    long held(UUID enterprise);

    @Insert("""
            insert into favourite_product (enterprise_id, product_id, added_at) values (#{enterprise}, #{product}, #{at})
            on conflict do nothing
            """)
    void add(@Param("enterprise") UUID enterprise, @Param("product") UUID product, @Param("at") Instant at);

    @Delete("delete from favourite_product where enterprise_id = #{enterprise} and product_id = #{product}")
    void remove(@Param("enterprise") UUID enterprise, @Param("product") UUID product);
}
