package uk.gov.warwickshire.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import uk.gov.warwickshire.gateway.testing.TestDatabase;

class IntakeControllerTest {

    private static final String LIMIT = "20000";

    private static TestDatabase database;
    private static TestIntake intake;
    private static MockMvc http;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        intake = new TestIntake(database, Map.of("gateway.intake.max-upload-bytes", LIMIT));
        http = MockMvcBuilders.standaloneSetup(intake.bean(IntakeController.class))
                .setControllerAdvice(intake.bean(IntakeProblems.class))
                .build();
    }

    @AfterAll
    static void stop() {
        intake.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        intake.empty();
    }

    @Test
    void aPostedFileIsABatchThatCanBeFollowed() throws Exception {
        MvcResult accepted = http.perform(post("/intake/ssd?name=../nightly.zip")
                        .contentType("application/zip")
                        .content(Extract.ofTwoChildren().zip()))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("RECEIVED"))
                .andReturn();
        String location = accepted.getResponse().getHeader("Location");
        intake.bean(BatchRunner.class).run(Format.Lane.RECORDS);

        String body = http.perform(get(location)).andReturn().getResponse().getContentAsString();

        assertThat(body)
                .matches("\\{\"id\":\"[0-9a-f-]{36}\",\"format\":\"ssd\",\"name\":\"nightly.zip\","
                        + "\"state\":\"COMPLETED\","
                        + "\"children\":\\{\"received\":2,\"changed\":2,\"unchanged\":0,\"rejected\":0\\},"
                        + "\"rows\":12,\"startedAt\":\"[^\"]+Z\",\"finishedAt\":\"[^\"]+Z\"\\}");
        MvcResult report = http.perform(get(location + "/report")).andReturn();
        http.perform(asyncDispatch(report))
                .andExpect(header().string("Content-Disposition", containsString("nightly.zip")))
                .andExpect(content().string(startsWith("file,table,row,child_id,")));
    }

    @Test
    void aCensusIsTakenAsXml() throws Exception {
        String location = http.perform(post("/intake/cin-census")
                        .param("name", "census.xml")
                        .contentType("application/xml")
                        .content(Census.ofTwoChildren().bytes()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        intake.bean(BatchRunner.class).run(Format.Lane.RECORDS);

        assertThat(http.perform(get(location)).andReturn().getResponse().getContentAsString())
                .contains("\"format\":\"cin-census\"", "\"state\":\"COMPLETED\"", "\"changed\":2");
    }

    @Test
    void problemsAreNamed() throws Exception {
        expectProblem(404, post("/intake/spreadsheet").contentType("text/csv").content("a"));
        expectProblem(400, post("/intake/ssd").contentType("application/zip"));
        expectProblem(
                413, post("/intake/ssd").contentType("application/zip").content(new byte[Integer.parseInt(LIMIT) + 1]));
        expectProblem(404, get("/intake/batches/nonsense"));
        expectProblem(404, get("/intake/batches/00000000-0000-7000-8000-000000000000/report"));
        http.perform(post("/intake/ssd").contentType("text/html").content("a"))
                .andExpect(status().isUnsupportedMediaType());
        assertThat(intake.jdbc.queryForObject("select count(*) from intake_content", Integer.class))
                .isZero();
    }

    @Test
    void aReportIsNoSpreadsheetFormula() {
        assertThat(ReportWriter.safe("=1+1")).isEqualTo("'=1+1");
        assertThat(ReportWriter.safe("+44")).isEqualTo("'+44");
        assertThat(ReportWriter.safe("-1")).isEqualTo("'-1");
        assertThat(ReportWriter.safe("@a")).isEqualTo("'@a");
        assertThat(ReportWriter.safe("c1")).isEqualTo("c1");
    }

    private static void expectProblem(int status, MockHttpServletRequestBuilder request) throws Exception {
        http.perform(request)
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }
}
