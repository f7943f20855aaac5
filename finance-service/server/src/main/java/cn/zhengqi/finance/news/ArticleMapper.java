package cn.zhengqi.finance.news;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

/** Stores articles. */
@Mapper
interface ArticleMapper extends EntityMapper<Article> {

    String MATCHING = """
            from finance_article
            <where>
                <if test="q.status != null">and status = #{q.status}</if>
                <if test="q.section != null">and section = #{q.section}</if>
                <if test="q.pattern != null">
                    and (title || ' ' || summary || ' ' || source || ' ' || coalesce(organisation, '')) ilike #{q.pattern}
                </if>
            </where>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'SHOWN'">pinned desc, published_at desc</when>
                <otherwise>
                    <choose>
                        <when test="q.order.name() == 'TITLE'">title</when>
                        <when test="q.order.name() == 'SECTION'">section</when>
                        <when test="q.order.name() == 'PUBLISHED_AT'">published_at</when>
                        <otherwise>changed_at</otherwise>
                    </choose>
                    <if test="!q.ascending">desc</if><if test="q.order.name() == 'PUBLISHED_AT'"> nulls last</if>
                </otherwise>
            </choose>, id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") ArticleQuery q);

    @Select("<script>select * " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Article> list(@Param("q") ArticleQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + MATCHING + ORDERED + "</script>")
    @ResultType(Article.class)
    void each(@Param("q") ArticleQuery q, ResultHandler<Article> handler);
}
