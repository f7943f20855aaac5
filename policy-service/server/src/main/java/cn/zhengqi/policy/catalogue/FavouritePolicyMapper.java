package cn.zhengqi.policy.catalogue;

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
interface FavouritePolicyMapper {

    /** Of a policy that was taken down the last edition that could be read. */
    String FOUND = """
            from favourite_policy f
            join policy p on p.id = f.policy_id
            join lateral (
                select * from policy_edition any_edition
                where any_edition.policy_id = p.id and any_edition.publication != 'DRAFT'
                order by any_edition.publication = 'PUBLISHED' desc, any_edition.edition desc
                limit 1) e on true
            where f.enterprise_id = #{q.enterprise}
            <foreach collection="q.patterns" item="pattern">and e.search_text like #{pattern}</foreach>
            """;

    String COLUMNS = """
            select p.id, p.code, e.title, e.doc_number, e.issuer, e.benefit, e.valid_to, f.added_at,
                   case when e.publication = 'PUBLISHED'
                        then status_on(#{q.day}, e.effective_from, e.valid_to, e.superseded_by) end as status
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'TITLE'">e.title</when>
                <when test="q.order.name() == 'VALID_TO'">e.valid_to</when>
                <otherwise>f.added_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if> nulls last, p.code
            """;

    @Select("<script>select count(*) " + FOUND + "</script>")
    long count(@Param("q") FavouriteQuery q);

    @Select("<script>" + COLUMNS + FOUND + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<FavouritePolicy> list(@Param("q") FavouriteQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>" + COLUMNS + FOUND + ORDERED + "</script>")
    @ResultType(FavouritePolicy.class)
    void each(@Param("q") FavouriteQuery q, ResultHandler<FavouritePolicy> handler);

    @Select("select exists(select from favourite_policy where enterprise_id = #{enterprise} and policy_id = #{policy})")
    boolean holds(@Param("enterprise") UUID enterprise, @Param("policy") UUID policy);

    @Select("select count(*) from favourite_policy where enterprise_id = #{enterprise}")
    long held(UUID enterprise);

    @Insert("""
            insert into favourite_policy (enterprise_id, policy_id, added_at) values (#{enterprise}, #{policy}, #{at})
            on conflict do nothing
            """)
    void add(@Param("enterprise") UUID enterprise, @Param("policy") UUID policy, @Param("at") Instant at);

    @Delete("delete from favourite_policy where enterprise_id = #{enterprise} and policy_id = #{policy}")
    void remove(@Param("enterprise") UUID enterprise, @Param("policy") UUID policy);
}
