package cn.zhengqi.code.scan;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

@Mapper
interface ScanMapper {

    @Insert("""
            insert into scan (id, code_id, enterprise_id, enterprise_name, uscc, at, scanner_id, scanner_name,
              institution_id, institution_name, source, kind, place, shown_categories)
            values (#{id}, #{codeId}, #{enterpriseId}, #{enterpriseName}, #{uscc}, #{at}, #{scannerId}, #{scannerName},
              #{institutionId}, #{institutionName}, #{source}, #{kind}, #{place}, #{shownCategories})""")
    void insert(Scan scan);

    @Select("select count(*) from scan where enterprise_id = #{enterpriseId}")
    long countOfEnterprise(UUID enterpriseId);

    @Select("""
            select * from scan where enterprise_id = #{enterpriseId}
            order by at desc, id limit #{limit} offset #{offset}""")
    List<Scan> ofEnterprise(
            @Param("enterpriseId") UUID enterpriseId, @Param("limit") int limit, @Param("offset") long offset);

    String OWN = """
            from scan where scanner_id = #{q.scanner}
            <if test="q.pattern != null">and (enterprise_name ilike #{q.pattern} or uscc = #{q.uscc})</if>
            <if test="q.source != null">and source = #{q.source}</if>
            <if test="q.from != null">and at &gt;= #{q.from}</if>
            <if test="q.until != null">and at &lt; #{q.until}</if>
            """;

    String ORDERED = """
            order by
            <choose><when test="q.order.name() == 'ENTERPRISE_NAME'">enterprise_name</when><otherwise>at</otherwise></choose>
            <if test="!q.ascending">desc</if>, id
            """;

    @Select("<script>select count(*) " + OWN + "</script>")
    long countOfScanner(@Param("q") ScanFilter.Query q);

    @Select("<script>select * " + OWN + ORDERED + " limit #{limit} offset #{offset}</script>")
    List<Scan> ofScanner(@Param("q") ScanFilter.Query q, @Param("limit") int limit, @Param("offset") long offset);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + OWN + ORDERED + "</script>")
    @ResultType(Scan.class)
    void eachOfScanner(@Param("q") ScanFilter.Query q, ResultHandler<Scan> handler);
}
