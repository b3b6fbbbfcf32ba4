package org.dargah.ui;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The pages of {@code ui} without a database, a door or any other module. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class
})
public class PagesAlone {

    static void main(String[] args) {
        SpringApplication.run(PagesAlone.class, args);
    }

    /** On a free port. */
    static ServletWebServerApplicationContext start() {
        return (ServletWebServerApplicationContext)
                SpringApplication.run(
                        PagesAlone.class, "--server.port=0", "--server.address=127.0.0.1");
    }
}
