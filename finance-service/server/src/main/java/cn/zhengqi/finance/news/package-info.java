/** 融资资讯, 金融行业动态, 金融直通车 (FIN-06): written by one person, published by another. */
@NullMarked
package cn.zhengqi.finance.news;

import org.jspecify.annotations.NullMarked;
